'use strict';
// Made from /openapi.json and /metadata of the server that the page comes from.

const find = id => document.getElementById(id);
const json = (method, body) => ({ method, body, headers: body === undefined ? {} : { 'Content-Type': 'application/json' } });

// An element with properties and children.
function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

function messageOf(answer) {
  const { detail } = answer;
  if (!Array.isArray(detail)) return detail || 'no answer';
  return detail.map(each => each.loc.slice(1).join(' ') + ': ' + each.msg).join('; ');
}

// The content of an answer; throws what an error says.
async function ask(path, body) {
  const answer = await fetch(path, body === undefined ? {} : json('POST', JSON.stringify(body)));
  const content = await answer.json();
  if (!answer.ok) throw new Error(messageOf(content));
  return content;
}

// What the page knows of the model.
let model;

function describe(api, metadata) {
  const { Rows, Scores } = api.components.schemas;
  const labels = Object.values(metadata.labels);
  const areProbabilities = Scores.items.maximum === 1;
  model = {
    name: metadata.model_name,
    count: Rows.properties.data.items.maxItems,
    sample: metadata.data_sample[0],
    labels,
    areProbabilities,
    scoreNames: Array.from({ length: Scores.maxItems }, (_, i) => areProbabilities && labels[i] !== undefined ? labels[i] : 'score ' + i),
  };
  document.title = model.name + ' – model-server';
  find('name').textContent = model.name;
  find('about').textContent = [
    numbers(model.count) + ' in, ' + (labels.length ? labels.length + ' classes' : numbers(model.scoreNames.length)) + ' out',
    metadata.model_operators, metadata.model_producer, 'SHA-256 ' + metadata.model_sha256.slice(0, 12),
  ].join(' · ');
  find('label').hidden = labels.length === 0;
  find('width').textContent = numbers(model.count);
}

const numbers = count => count + (count === 1 ? ' number' : ' numbers');
const shown = score => model.areProbabilities ? score.toFixed(4) : String(+score.toPrecision(6));

// Scores and label of each row.
async function predict(data) {
  const [scores, labels] = await Promise.all([
    ask('predict', { data }), model.labels.length ? ask('predict/label', { data }) : { prediction: [] }]);
  const list = answer => data.length > 1 ? answer.prediction : [answer.prediction];
  return { scores: list(scores), labels: model.labels.length ? list(labels) : data.map(() => '') };
}

// Features: a slider and a field each.

// The least of 1, 2, 5, 10, 20, … that three times the value reaches to; what is typed may lie beyond.
function reach(value) {
  const wanted = 3 * Math.abs(value) || 1;
  const power = 10 ** Math.floor(Math.log10(wanted));
  return [1, 2, 5, 10].find(factor => factor * power >= wanted * (1 - 1e-9)) * power;
}

function showFeatures() {
  const fieldset = find('features').querySelector('fieldset');
  fieldset.classList.toggle('long', model.count > 12);
  model.fields = model.sample.map((value, i) => {
    const name = 'x[' + i + ']';
    const max = reach(value);
    const min = value > 0 ? 0 : -max;
    const slider = make('input', { type: 'range', min, max, step: max / 1000, ariaLabel: name + ' slider' });
    slider.setAttribute('value', value);
    const field = make('input', { type: 'number', step: 'any', id: 'x' + i, required: true });
    field.setAttribute('value', value);
    slider.addEventListener('input', () => { field.value = +(+slider.value).toPrecision(6); });
    field.addEventListener('input', () => {
      slider.min = Math.min(slider.min, field.value);
      slider.max = Math.max(slider.max, field.value);
      slider.value = field.value;
    });
    fieldset.append(make('div', { className: 'feature' }, make('label', { htmlFor: 'x' + i }, make('code', {}, name)), slider, field));
    return field;
  });
  model.bars = model.scoreNames.map(name => {
    const bar = make('i', { ariaHidden: true });
    const figure = make('dd');
    const row = make('div', { className: 'score' }, bar, make('dt', {}, name), figure);
    find('scores').append(row);
    return { bar, figure, row };
  });
  find('features').addEventListener('input', update);
  find('features').addEventListener('reset', () => setTimeout(update));
  find('features').addEventListener('submit', event => event.preventDefault());
  update();
}

// One question at a time; what moved meanwhile is asked next.
let asking = false;
let moved = false;

async function update() {
  moved = true;
  if (asking) return;
  asking = true;
  while (moved) {
    moved = false;
    await showPrediction();
  }
  asking = false;
}

async function showPrediction() {
  const row = model.fields.map(field => field.valueAsNumber);
  const missing = row.findIndex(Number.isNaN);
  if (missing >= 0) {
    find('problem').textContent = 'x[' + missing + '] is no number';
    return;
  }
  try {
    const { scores: [scores], labels: [label] } = await predict([row]);
    find('problem').textContent = '';
    if (find('label').textContent !== label) find('label').textContent = label;
    const top = Math.max(...scores);
    scores.forEach((score, i) => {
      const { bar, figure, row } = model.bars[i];
      figure.textContent = shown(score);
      row.classList.toggle('top', model.areProbabilities && score === top);
      if (model.areProbabilities) bar.style.width = score * 100 + '%';
    });
  } catch (error) {
    find('problem').textContent = error.message;
  }
}

// Many rows.

// Throws where a line is not numbers; what is wrong with the numbers the server says.
function parse(text) {
  const lines = text.split(/\r?\n/).map((line, i) => ({ number: i + 1, cells: line.trim().split(/\s*[,;\t]\s*/) }))
    .filter(({ cells }) => cells.join('') !== '');
  const isNumber = cell => cell !== '' && Number.isFinite(Number(cell));
  const names = lines.length && !lines[0].cells.some(isNumber) ? lines.shift().cells : model.sample.map((_, i) => 'x[' + i + ']');
  for (const { number, cells } of lines) {
    const wrong = cells.find(cell => !isNumber(cell));
    if (wrong !== undefined) throw new Error('Line ' + number + ': “' + wrong + '” is no number');
    if (cells.length !== model.count) throw new Error('Line ' + number + ' has ' + numbers(cells.length) + ', not ' + model.count);
  }
  if (!lines.length) throw new Error('There are no rows');
  return { names, rows: lines.map(({ cells }) => cells.map(Number)) };
}

async function predictRows(event) {
  event.preventDefault();
  const table = find('table');
  table.hidden = true;
  try {
    const { names, rows } = parse(find('text').value);
    const { scores, labels } = await predict(rows);
    const line = (cell, cells) => make('tr', {}, ...cells.map(text => make(cell, {}, String(text))));
    const label = model.labels.length ? ['label'] : [];
    table.replaceChildren(make('table', {},
      make('thead', {}, line('th', [...names, ...label, ...model.scoreNames])),
      make('tbody', {}, ...rows.map((row, i) => line('td', [...row, ...label.map(() => labels[i]), ...scores[i].map(shown)])))));
    table.hidden = false;
    find('said').textContent = rows.length + (rows.length === 1 ? ' row' : ' rows');
  } catch (error) {
    find('said').textContent = error.message;
  }
}

// Endpoints.

function showEndpoints(api) {
  const resolve = value => value.$ref ? value.$ref.slice(2).split('/').reduce((at, key) => at[key], api) : value;

  // A schema as a person writes it: {"data": [[number × 4], …]}. Lines break at the margin.
  const shape = (schema, margin = '\n') => {
    const { anyOf, prefixItems, items, minItems, maxItems, properties, additionalProperties, type, minimum, maximum, ...rest } = resolve(schema);
    const values = 'const' in rest ? [rest.const] : rest.enum;
    const all = (schemas, separator) => schemas.map(one => shape(one, margin)).join(separator);
    if (values) return values.map(value => JSON.stringify(value)).join(' | ');
    if (anyOf) return all(anyOf, ' | ');
    if (prefixItems) return '[' + all(prefixItems, ', ') + ']';
    if (items) return '[' + shape(items, margin) + (!maxItems || minItems !== maxItems ? ', …' : maxItems > 1 ? ' × ' + maxItems : '') + ']';
    // A property that is false must not be there.
    const members = Object.entries(properties || {}).filter(([, value]) => value);
    if (members.length) {
      const inner = members.length > 1 ? margin + '  ' : '';
      return '{' + inner + members.map(([key, value]) => JSON.stringify(key) + ': ' + shape(value, inner || margin)).join(',' + inner) + (inner && margin) + '}';
    }
    if (additionalProperties) return '{"…": ' + shape(additionalProperties, margin) + ', …}';
    const most = maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? '' : ' to ' + maximum;
    return [type].flat().join(' | ') + (minimum === undefined ? '' : ' from ' + minimum + most);
  };
  const block = (title, text) => make('div', {}, make('h3', {}, title), make('pre', { tabIndex: 0 }, text));

  const show = (path, operations) => {
    const methods = Object.keys(operations);
    const operation = operations[methods[0]];
    const body = operation.requestBody?.content['application/json'];
    const [[type, { schema, example }]] = Object.entries(operation.responses[200].content);
    const errors = Object.keys(operation.responses).filter(status => status !== '200').join(', ');

    const method = make('select', {}, ...methods.map(name => make('option', {}, name.toUpperCase())));
    const queries = (operation.parameters || []).map(parameter => ({
      name: parameter.name,
      input: make('select', {}, make('option', { value: '' }, '–'), ...parameter.schema.enum.map(value => make('option', {}, value))),
    }));
    const content = body && make('textarea', { rows: 3, spellcheck: false, value: JSON.stringify(body.example) });
    const form = make('form', {},
      make('label', {}, 'Method', method),
      ...queries.map(query => make('label', {}, query.name, query.input)),
      ...(content ? [make('label', { className: 'whole' }, 'Content', content)] : []),
      make('button', {}, 'Send'));
    const output = make('div', { role: 'status' });
    form.addEventListener('submit', async event => {
      event.preventDefault();
      const query = queries.filter(({ input }) => input.value).map(({ name, input }) => name + '=' + input.value).join('&');
      try {
        const answer = await fetch('.' + path + (query && '?' + query), json(method.value, method.value === 'POST' ? content.value : undefined));
        const text = await answer.text();
        const fields = answer.headers.has('Allow') ? ['Allow: ' + answer.headers.get('Allow')] : [];
        output.replaceChildren(block(answer.status + ' ' + answer.statusText, [...fields, text].join('\n') || 'no content'));
      } catch (error) {
        output.replaceChildren(block('No answer', error.message));
      }
    });

    find('list').append(make('details', { id: operation.operationId },
      make('summary', {}, make('b', {}, methods[0].toUpperCase()), make('span', { className: 'path' }, path), make('span', { className: 'note' }, operation.summary)),
      make('div', { className: 'body' }, form, output,
        ...(body ? [block('Content: application/json', shape(body.schema))] : []),
        block('200: ' + type, shape(schema)),
        ...(example === undefined ? [] : [block('For example', JSON.stringify(example))]),
        make('p', { className: 'note' }, 'Errors: ' + errors))));
  };
  const paths = Object.entries(api.paths);
  for (const wanted of [true, false]) {
    for (const [path, operations] of paths) if ('post' in operations === wanted) show(path, operations);
  }

  // Those of the Open Inference Protocol are named otherwise, and mean the same.
  for (const [status, answer] of Object.entries(api.components.responses)) {
    if (Number(status)) find('statuses').append(make('div', {}, make('dt', {}, status), make('dd', {}, answer.description)));
  }
}

async function start() {
  try {
    const [api, metadata] = await Promise.all([ask('openapi.json'), ask('metadata')]);
    describe(api, metadata);
    showFeatures();
    find('text').value = model.sample.join(',');
    find('csv').addEventListener('submit', predictRows);
    showEndpoints(api);
  } catch (error) {
    find('trouble').textContent = 'The server does not answer: ' + error.message;
    find('trouble').hidden = false;
  }
}

start();
