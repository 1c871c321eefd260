import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration, drawSelection, EditorView, highlightSpecialChars, hoverTooltip, keymap, lineNumbers,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { controls, details, open } from 'mmaplab';
import { view } from '../../../../src/main/resources/io/github/mmaplab/report/html/viewer.js';
import { about, complete } from './assist.js';
import { fragmentOf, textOf } from './link.js';
import { openFile, savedFile } from './file.js';

const byId = id => document.getElementById(id);

/** Each letter typed starts a run, unless the last one took longer than this, in milliseconds; then typing must pause first. */
const QUICK = 100;
const PAUSE = 400;

const setMarked = StateEffect.define();

/** The lines of the current step and those of broken expectations. */
const marked = StateField.define({
  create: () => Decoration.none,
  update(lines, transaction) {
    const set = transaction.effects.find(effect => effect.is(setMarked));
    if (!set) {
      return lines.map(transaction.changes);
    }
    const { first, last, broken } = set.value;
    const doc = transaction.state.doc;
    const all = [];
    for (let line = 1; line <= doc.lines; line++) {
      const current = line >= first && line <= last;
      if (current || broken.includes(line)) {
        const attributes = current ? { 'aria-current': 'step' } : {};
        const names = [current ? 'now' : '', broken.includes(line) ? 'broken' : ''].join(' ').trim();
        all.push(Decoration.line({ class: names, attributes }).range(doc.line(line).from));
      }
    }
    return Decoration.set(all);
  },
  provide: field => EditorView.decorations.from(field),
});

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], class: 'cm-key' },
  { tag: [tags.string, tags.content, tags.number], class: 'cm-text' },
  { tag: tags.comment, class: 'cm-comment' },
]);

const hover = hoverTooltip((editor, position) => {
  const found = about(editor.state.doc.toString(), position);
  return found && {
    pos: found.from,
    end: found.to,
    create: () => {
      const dom = document.createElement('div');
      dom.className = 'told';
      dom.textContent = found.text;
      return { dom };
    },
  };
});

let played = null;
let name = 'playground.scenario.yaml';
let took = 0;
let timer = 0;

const editor = new EditorView({
  parent: byId('editor'),
  state: EditorState.create({
    extensions: [
      lineNumbers(), highlightSpecialChars(), history(), drawSelection(), indentOnInput(), closeBrackets(),
      yaml(), syntaxHighlighting(colours), autocompletion({ override: [complete] }), hover, lintGutter(), marked,
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': 'the scenario', 'aria-multiline': 'true', tabindex: '0' }),
      keymap.of([
        { key: 'Mod-s', run: () => { save(); return true; } },
        ...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, indentWithTab,
      ]),
      EditorView.updateListener.of(update => {
        if (update.docChanged) {
          said('');
          clearTimeout(timer);
          if (took > QUICK) {
            timer = setTimeout(play, PAUSE);
          } else {
            queueMicrotask(play);
          }
        }
      }),
    ],
  }),
});

const moments = byId('moments');
byId('before').innerHTML = controls();
byId('after').innerHTML = details();
const viewer = view(moments, {
  mark: (first, last, broken) => {
    const effects = [setMarked.of({ first, last, broken })];
    if (!editor.hasFocus && first > 0 && first <= editor.state.doc.lines) {
      effects.push(EditorView.scrollIntoView(editor.state.doc.line(first).from, { y: 'center' }));
    }
    editor.dispatch({ effects });
  },
  draw: (section, index) => {
    const picture = section.querySelector('.picture');
    if (!picture.firstChild) {
      picture.innerHTML = played.picture(index);
    }
  },
  why: (index, subject) => {
    const holder = document.createElement('div');
    holder.innerHTML = played.why(index, subject);
    return Array.from(holder.querySelector('.why')?.childNodes ?? []);
  },
});

function said(text) {
  byId('said').textContent = text;
}

/** Plays what the editor has. */
function play() {
  const begin = performance.now();
  const text = editor.state.doc.toString();
  played = open(name, text);
  problems(text.length);
  const count = played.scenarios();
  options('scenario', count, index => played.title(index));
  byId('choices').hidden = true;
  if (count === 0) {
    verdict('bad', played.problems() > 0 ? 'This can\'t be played yet.' : 'There is no scenario yet.');
    moments.replaceChildren();
    viewer.renew(0);
  } else {
    playScenario(false);
  }
  took = performance.now() - begin;
  document.documentElement.dataset.took = took.toFixed(1);
}

function playScenario(chosen) {
  const count = played.play(byId('scenario').selectedIndex);
  options('order', count, index => played.order(index));
  byId('which-scenario').hidden = played.scenarios() < 2;
  byId('which-order').hidden = count < 2;
  byId('choices').hidden = played.scenarios() < 2 && count < 2;
  const checks = played.checks() === 1 ? '1 check' : played.checks() + ' checks';
  if (played.passed()) {
    verdict('good', '\u2713 Passed: ' + checks + '.');
  } else {
    verdict('bad', '\u2717 Failed.\n' + played.verdict());
  }
  showOrder(chosen);
}

function showOrder(chosen) {
  const at = viewer.now();
  moments.innerHTML = played.show(Math.max(0, byId('order').selectedIndex));
  viewer.renew(chosen ? 0 : momentOfCursor(Math.max(0, at)));
}

/** The moment of the step in which the cursor is; the one that was shown, if the cursor is in none. */
function momentOfCursor(otherwise) {
  const state = editor.state;
  const line = state.doc.lineAt(state.selection.main.head).number;
  const sections = Array.from(moments.querySelectorAll('section.moment'));
  const found = editor.hasFocus
    ? sections.findIndex(each => line >= Number(each.dataset.first) && line <= Number(each.dataset.last))
    : -1;
  return found >= 0 ? found : otherwise;
}

function verdict(kind, text) {
  const verdict = byId('verdict');
  verdict.className = 'verdict ' + kind;
  if (verdict.textContent !== text) {
    verdict.textContent = text;
  }
}

/** Offers choices, and keeps the one that was made. */
function options(id, count, title) {
  const select = byId(id);
  const chosen = select.selectedIndex;
  select.replaceChildren(...Array.from({ length: count }, (_, index) => new Option(title(index), String(index))));
  select.selectedIndex = chosen >= 0 && chosen < count ? chosen : count > 0 ? 0 : -1;
}

function problems(length) {
  const list = [];
  for (let i = 0; i < played.problems(); i++) {
    const from = Math.min(length, played.problemStart(i));
    list.push({
      from,
      to: Math.min(length, Math.max(from, played.problemEnd(i))),
      severity: played.isError(i) ? 'error' : 'warning',
      message: played.problemText(i),
    });
  }
  editor.dispatch(setDiagnostics(editor.state, list));
  byId('problems').replaceChildren(...list.map(problem => {
    const item = document.createElement('li');
    item.className = problem.severity;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'line ' + editor.state.doc.lineAt(problem.from).number + ': ' + problem.message;
    button.addEventListener('click', () => {
      editor.dispatch({ selection: { anchor: problem.from }, scrollIntoView: true });
      editor.focus();
    });
    item.append(button);
    return item;
  }));
}

/** Puts another text into the editor. */
function load(text) {
  byId('scenario').selectedIndex = -1;
  byId('order').selectedIndex = -1;
  editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
  viewer.show(0);
}

let loaded = null;

/** The files of the library, by name; asked for when somebody wants to see them. */
function library() {
  loaded ??= globalThis.mmaplabLibrary ?? new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = 'library.js';
    script.onload = () => resolve(globalThis.mmaplabLibrary);
    script.onerror = () => reject(new Error('library.js is not beside this page'));
    document.head.append(script);
  });
  return loaded;
}

async function offerLibrary() {
  const select = byId('library');
  if (select.options.length > 1) {
    return;
  }
  const groups = new Map();
  for (const file of Object.keys(await library())) {
    const [folder] = file.split('/');
    if (!groups.has(folder)) {
      groups.set(folder, document.createElement('optgroup'));
      groups.get(folder).label = folder;
      select.append(groups.get(folder));
    }
    groups.get(folder).append(new Option(file.slice(folder.length + 1).replace('.scenario.yaml', ''), file));
  }
}

async function save() {
  if (!byId('save').hidden) {
    said(await savedFile(editor.state.doc.toString()));
  }
}

byId('library').addEventListener('change', async event => {
  const files = await library();
  if (files[event.target.value] !== undefined) {
    load(files[event.target.value]);
  }
});
byId('scenario').addEventListener('change', () => playScenario(true));
byId('order').addEventListener('change', () => showOrder(true));
byId('save').addEventListener('click', save);
byId('link').addEventListener('click', async () => {
  const fragment = await fragmentOf(editor.state.doc.toString());
  window.history.replaceState(null, '', fragment);
  try {
    await navigator.clipboard.writeText(location.href);
    said('Copied.');
  } catch {
    said('The link is in the address bar.');
  }
});

async function textOfLink() {
  const text = await textOf(location.hash);
  if (text === null && location.hash.startsWith('#s=')) {
    said('The link is damaged: it holds no scenario.');
  }
  return text;
}

addEventListener('hashchange', async () => {
  const text = await textOfLink();
  if (text !== null) {
    load(text);
  }
});

async function begin() {
  const file = await openFile();
  if (file !== null) {
    name = file.name;
    document.title = file.name + ' \u2013 mmaplab';
    byId('source').textContent = file.name;
    byId('save').hidden = false;
    load(file.text);
  } else {
    const files = library();
    load(await textOfLink() ?? (await files)['private/first-store-copies-one-page.scenario.yaml']);
  }
  await offerLibrary();
}

begin().catch(error => said(error.message));
