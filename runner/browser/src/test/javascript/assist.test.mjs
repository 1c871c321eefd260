// What the editor of the site offers and explains, out of the schema alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, complete } from '../../../target/javascript/assist.mjs';

/** The labels that are offered where `|` stands. */
function offered(text) {
  const pos = text.indexOf('|');
  const doc = text.replace('|', '');
  const found = complete({ pos, explicit: true, state: { sliceDoc: (from, to) => doc.slice(from, to) } });
  return found === null ? [] : found.options.map(option => option.label);
}

function explained(text) {
  const pos = text.indexOf('|');
  return about(text.replace('|', ''), pos)?.text ?? null;
}

test('the keys of a file', () => {
  for (const text of ['|', 'scenario: x\npro|', 'scenario: x\n\n|', 'scenario: x\n# a remark\n|']) {
    const labels = offered(text);
    for (const key of ['scenario', 'about', 'files', 'processes', 'steps', 'expect']) {
      assert.ok(labels.includes(key), `${key} in ${JSON.stringify(text)}`);
    }
  }
});

test('the keys of a mapping, in braces and on lines', () => {
  for (const text of [
    'processes:\n  alice:\n    p: { |',
    'processes: { alice: { p: { file: data.txt, sh|',
    'processes:\n  alice:\n    p:\n      |',
    'processes:\n  alice:\n    p: {\n      file: data.txt,\n      |',
  ]) {
    const labels = offered(text);
    assert.ok(labels.includes('sharing'), text);
    assert.ok(labels.includes('prot'), text);
    assert.ok(!labels.includes('scenario'), text);
  }
});

test('the values of a key', () => {
  for (const text of ['processes:\n  alice:\n    p: { sharing: |', 'processes:\n  alice:\n    p:\n      sharing: pr|']) {
    assert.ok(offered(text).includes('private'), text);
    assert.ok(offered(text).includes('shared'), text);
    assert.ok(!offered(text).includes('file'), text);
  }
});

test('the verbs of a step', () => {
  for (const text of ['steps:\n  - |', 'steps:\n- |', 'steps:\n  - write: { alice.p: A }\n  - fo|', 'steps: [{ |']) {
    const labels = offered(text);
    assert.ok(labels.includes('write'), text);
    assert.ok(labels.includes('fork'), text);
    assert.ok(!labels.includes('processes'), text);
  }
});

test('what keys and values mean', () => {
  assert.match(explained('scen|ario: x'), /title/i);
  assert.match(explained('processes:\n  alice:\n    p: { sharing: pri|vate }'), /MAP_PRIVATE/);
  assert.equal(explained('scenario: so|me text'), null);
});

test('nothing that is half written is too much', () => {
  for (const text of ['{', '}', ']]]', '- - - -', '"', "'", 'a: "', ': :', '?', '\t', 'x: [}', 'a: {b: [', '- a:\n b:\n   - {']) {
    for (let at = 0; at <= text.length; at++) {
      offered(text.slice(0, at) + '|' + text.slice(at));
      explained(text.slice(0, at) + '|' + text.slice(at));
    }
  }
});
