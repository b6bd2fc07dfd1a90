async function ask(path, rows) {
  const answer = await fetch(process.argv[2] + path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ data: rows }),
    signal: AbortSignal.timeout(5000),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()).prediction;
}

const rows = [[5.1, 3.5, 1.4, 0.2], [6.3, 2.9, 5.6, 1.8]];
const [labels, probabilities] = await Promise.all([ask("/predict/label", rows), ask("/predict", rows)]);
labels.forEach((label, row) => console.log(label, Math.max(...probabilities[row])));

try {
  await ask("/predict", [[5.1, 3.5]]);
} catch (error) {
  console.log(error.message);
}
