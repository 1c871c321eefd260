import { snippetCompletion } from '@codemirror/autocomplete';
import { contextAt } from './context.js';
import schema from '../../../../../schema/scenario.schema.json';

/** What the schema of scenarios says about a place: completions and descriptions. It has no words of its own. */

function resolved(node) {
  let at = node;
  let description = node.description;
  while (at && at.$ref) {
    at = at.$ref.slice(2).split('/').reduce((from, key) => from && from[key], schema);
    description = description ?? at.description;
  }
  return { node: at ?? {}, description };
}

/** A schema and all that it is put together of. */
function parts(node, found = [], description = undefined) {
  const at = resolved(node);
  const said = at.description ?? description;
  if (found.some(each => each.node === at.node)) {
    return found;
  }
  found.push({ node: at.node, description: said });
  for (const several of [at.node.anyOf, at.node.oneOf, at.node.allOf]) {
    (several ?? []).forEach(each => parts(each, found, said));
  }
  return found;
}

function child(node, step) {
  const children = [];
  for (const { node: part } of parts(node)) {
    if (step === null) {
      if (part.items) {
        children.push(part.items);
      }
    } else if (part.properties && part.properties[step]) {
      children.push(part.properties[step]);
    } else if (part.additionalProperties && typeof part.additionalProperties === 'object') {
      children.push(part.additionalProperties);
    }
  }
  return children;
}

function at(path) {
  return path.reduce((nodes, step) => nodes.flatMap(node => child(node, step)), [schema]);
}

function described(nodes) {
  return nodes.flatMap(node => parts(node)).map(part => part.description).find(text => text) ?? '';
}

/** The body of a snippet of the schema as YAML, on lines below each other. */
function yamlOf(body, indent = '') {
  if (Array.isArray(body)) {
    return body.map(each => indent + '- ' + yamlOf(each, indent + '  ').trimStart()).join('\n');
  }
  if (body !== null && typeof body === 'object') {
    return Object.entries(body).map(([key, value]) => {
      const simple = value === null || typeof value !== 'object';
      return indent + key + ':' + (simple ? ' ' + String(value ?? '') : '\n' + yamlOf(value, indent + '\t'));
    }).join('\n');
  }
  return indent + String(body);
}

function snippets(nodes) {
  const found = [];
  for (const { node } of nodes.flatMap(each => parts(each))) {
    for (const snippet of node.defaultSnippets ?? []) {
      found.push(snippetCompletion(yamlOf(snippet.body), {
        label: snippet.label, info: snippet.description, type: 'text', boost: -1,
      }));
    }
  }
  return found;
}

function keys(nodes) {
  const found = new Map();
  for (const { node } of nodes.flatMap(each => parts(each))) {
    for (const [key, value] of Object.entries(node.properties ?? {})) {
      if (value !== false && !found.has(key)) {
        found.set(key, { label: key, apply: key + ': ', info: described([value]), type: 'property' });
      }
    }
  }
  return Array.from(found.values());
}

function values(nodes) {
  const found = new Map();
  for (const { node, description } of nodes.flatMap(each => parts(each))) {
    for (const value of node.enum ?? ('const' in node ? [node.const] : [])) {
      if (!found.has(String(value))) {
        found.set(String(value), { label: String(value), info: description ?? '', type: 'enum' });
      }
    }
  }
  return Array.from(found.values());
}

/** A source of completions for the editor. */
export function complete(context) {
  const { path, place, word } = contextAt(context.state.sliceDoc(0, context.pos));
  if (!context.explicit && word === '') {
    return null;
  }
  const nodes = at(path);
  const options = place === 'key' ? [...keys(nodes), ...snippets(nodes)] : [...values(nodes), ...snippets(nodes)];
  return options.length === 0 ? null : { from: context.pos - word.length, options, validFor: /^[\w-]*$/ };
}

/** What there is to say of the key or the value at a position; empty if nothing. */
export function about(text, position) {
  const end = position + (text.slice(position).match(/^[\w-]*/) ?? [''])[0].length;
  const begin = position - (text.slice(0, position).match(/[\w-]*$/) ?? [''])[0].length;
  const word = text.slice(begin, end);
  if (word === '') {
    return null;
  }
  const isKey = /^["']?\s*:(\s|$)/.test(text.slice(end, end + 4));
  const { path } = contextAt(text.slice(0, begin));
  const said = isKey
    ? described(at([...path, word]))
    : values(at(path)).find(value => value.label === word)?.info ?? '';
  return said === '' ? null : { from: begin, to: end, text: said };
}
