const fields = (() => {
  'use strict';

  /** Text in double quotes, as YAML reads it back. */
  function quoted(text) {
    return '"' + Array.from(text, c => {
      const code = c.codePointAt(0);
      if (c === '"' || c === '\\') {
        return '\\' + c;
      }
      if (/[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(c)) {
        return c;
      }
      if (code >= 0xD800 && code <= 0xDFFF) {
        return '\uFFFD';
      }
      const digits = code.toString(16).toUpperCase();
      return code > 0xFFFF ? '\\U' + digits.padStart(8, '0') : '\\u' + digits.padStart(4, '0');
    }).join('') + '"';
  }

  /** A typed answer: content that is spelled out, or text, with or without quotes around it. */
  function typed(text) {
    const answer = text.trim();
    const hex = /^\{\s*hex\s*:\s*["']?([0-9a-f\s]*)["']?\s*\}$/i.exec(answer);
    const zeros = /^\{\s*zeros\s*:\s*(\d+)\s*\}$/i.exec(answer);
    const inside = /^(["'])(.*)\1$/s.exec(answer);
    return hex ? '{ hex: "' + hex[1].trim().replace(/\s+/g, ' ') + '" }'
      : zeros ? '{ zeros: ' + zeros[1] + ' }'
      : inside ? quoted(inside[2])
      : answer === '' ? '' : quoted(answer);
  }

  function lines(text) {
    const answers = text.split('\n').map(line => line.trim()).filter(line => line !== '');
    if (answers.length === 1) {
      const list = /^\[(.*)\]$/.exec(answers[0]);
      return typed(list ? list[1] : answers[0]);
    }
    return answers.length === 0 ? '' : '[' + answers.map(typed).join(', ') + ']';
  }

  /** A list with an answer for each row of a table: an empty one is a name that no other row has. */
  function cells(values) {
    const empty = values.every(value => value.trim() === '');
    return empty ? '' : '[' + values.map((value, i) => typed(value) || quoted('_' + (i + 1))).join(', ') + ']';
  }

  function some(values) {
    const chosen = values.filter(value => value !== 'none');
    return chosen.length > 0 ? '[' + chosen.join(', ') + ']' : values.length > 0 ? 'none' : '';
  }

  /** The answer to a question as it is written in the file; empty if there is none. */
  function answer(question) {
    const field = question.querySelector('input, textarea');
    const chosen = Array.from(question.querySelectorAll('input:checked'), input => input.value);
    switch (question.dataset.kind) {
      case 'one': return chosen.join('');
      case 'some': return some(chosen);
      case 'lines': return lines(field.value);
      case 'cells': return cells(Array.from(question.querySelectorAll('input'), input => input.value));
      default: return typed(field.value);
    }
  }

  /** What does not look like an answer is pointed out, and taken all the same. */
  function doubt(question) {
    const note = question.querySelector('.doubt');
    if (note) {
      const text = question.querySelector('input, textarea').value.trim();
      const pattern = new RegExp('^(' + (question.dataset.pattern || '.*') + ')$', 'is');
      note.hidden = text === '' || pattern.test(text);
    }
  }

  return { answer, doubt, typed };
})();
