// The elements whose text has too little contrast with what is behind it, less than 4.5: WCAG 2.2, section 1.4.3.
const parts = color => color.match(/[\d.]+/g).map(Number);
const light = color => {
  const [r, g, b] = parts(color).map(part => part / 255)
    .map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
  return .2126 * r + .7152 * g + .0722 * b;
};
const isClear = color => parts(color)[3] === 0;
const behind = element => {
  const bar = element.closest('.score')?.querySelector('i');
  if (bar && bar.offsetWidth) return getComputedStyle(bar).backgroundColor;
  while (element && isClear(getComputedStyle(element).backgroundColor)) element = element.parentElement;
  return element ? getComputedStyle(element).backgroundColor : 'rgb(255, 255, 255)';
};
const faint = [];
for (const element of document.querySelectorAll('body *')) {
  const isText = [...element.childNodes]
    .some(node => node.nodeType === 3 && node.data.trim()) || element.matches('input[type=number], textarea');
  if (!isText || !element.checkVisibility()) continue;
  const [a, b] = [light(getComputedStyle(element).color), light(behind(element))].sort((a, b) => b - a);
  if ((a + .05) / (b + .05) < 4.5) faint.push(element.outerHTML.slice(0, 80));
}
return faint;
