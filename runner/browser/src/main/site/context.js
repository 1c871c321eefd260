/**
 * Where in a YAML document a position is: the keys and items that lead to it, and whether a key or a value is written there.
 *
 * Half-written documents are the usual case, so this goes by indentation and by open brackets, and never fails.
 */

const KEY = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s#&*!|>'"%@`{}[\],-][^:#{}[\],]*?|-[^\s:{}[\],][^:#{}[\],]*?))\s*:(?=\s|$)/;
const FLOW_KEY = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s{}[\],:#"'][^{}[\],:#]*?))\s*:(?=[\s{}[\],]|$)/;

/** `{ path, place, word }`: path of keys (strings) and items (null); place is 'key' or 'value'; word is what is begun. */
export function contextAt(text) {
  const block = [];
  const flow = [];
  let place = 'key';
  let word = '';

  function enterFlow(line, from) {
    let i = from;
    while (i < line.length) {
      const rest = line.slice(i);
      const char = line[i];
      const top = flow[flow.length - 1];
      const key = top && top.kind === '{' && top.key === null ? rest.match(FLOW_KEY) : null;
      if (key) {
        top.key = name(key);
        i += key[0].length;
        word = '';
        continue;
      }
      if (char === '"' || char === "'") {
        const closing = line.indexOf(char, i + 1);
        i = closing < 0 ? line.length : closing + 1;
        word = '';
        continue;
      }
      if (char === '#' && (i === 0 || /\s/.test(line[i - 1]))) {
        return;
      }
      if (char === '{' || char === '[') {
        flow.push({ kind: char, key: null });
        word = '';
      } else if (char === '}' || char === ']') {
        flow.pop();
        word = '';
        if (flow.length === 0) {
          return;
        }
      } else if (char === ',') {
        if (top) {
          top.key = null;
        }
        word = '';
      } else if (/\s/.test(char) && word === '') {
        // nothing is begun yet
      } else {
        word += char;
      }
      i++;
    }
  }

  const lines = text.split('\n');
  lines.forEach((line, number) => {
    const last = number === lines.length - 1;
    word = '';
    if (flow.length > 0) {
      enterFlow(line, 0);
      return;
    }
    let column = line.length - line.trimStart().length;
    let rest = line.slice(column);
    if (!last && (rest === '' || rest.startsWith('#'))) {
      return;
    }
    place = 'key';
    for (;;) {
      if (/^-(\s|$)/.test(rest)) {
        pop(column, 'item');
        block.push({ column, kind: 'item' });
        const skip = rest.match(/^-\s*/)[0].length;
        column += skip;
        rest = rest.slice(skip);
        continue;
      }
      const key = rest.match(KEY);
      if (key) {
        pop(column, 'key');
        block.push({ column, kind: 'key', name: name(key) });
        column += key[0].length;
        rest = line.slice(column);
        place = 'value';
      } else if (place === 'key') {
        pop(column, 'text');
      }
      break;
    }
    const trimmed = rest.trimStart();
    if (trimmed.startsWith('{') || trimmed.startsWith('[')) {
      enterFlow(line, line.length - trimmed.length);
    } else if (last) {
      word = trimmed;
    }
  });

  function pop(column, kind) {
    while (block.length > 0) {
      const top = block[block.length - 1];
      const inside = top.column < column || (kind === 'item' && top.kind === 'key' && top.column === column);
      if (inside) {
        return;
      }
      block.pop();
    }
  }

  const path = block.map(each => (each.kind === 'item' ? null : each.name));
  for (const each of flow) {
    if (each.kind === '[') {
      path.push(null);
    } else if (each.key !== null) {
      path.push(each.key);
    }
  }
  const top = flow[flow.length - 1];
  if (top) {
    place = top.kind === '{' && top.key === null ? 'key' : 'value';
  } else if (place === 'value' && lines.length > 0 && !/\S/.test(lines[lines.length - 1])) {
    place = 'key';
  }
  return { path, place, word };
}

function name(match) {
  return match[1] ?? match[2] ?? match[3].trim();
}
