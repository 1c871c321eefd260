const byId = id => document.getElementById(id);

/**
 * Steps through the sections of the moments in `root`, by buttons, slider and keys.
 *
 * `mark(first, last, broken)` marks lines of the source; `draw(section, index)` completes a section before it is shown;
 * `why(index, subject)` gives the nodes of a reason; `shown(index)` is told what is shown.
 */
export function view(root, { mark, draw = () => {}, why, shown = () => {} }) {
  const slider = byId('slider');
  const details = byId('details');
  let moments = [];
  let now = -1;

  function show(wanted) {
    const next = Math.max(0, Math.min(moments.length - 1, wanted));
    if (next === now || moments.length === 0) {
      return;
    }
    now = next;
    const moment = moments[now];
    draw(moment, now);
    moment.querySelectorAll('svg [data-subject]').forEach(group => {
      group.setAttribute('tabindex', '0');
      group.setAttribute('role', 'button');
      group.setAttribute('aria-label', group.querySelector('title').textContent);
    });
    moments.forEach((each, i) => { each.hidden = i !== now; });
    slider.value = now;
    slider.setAttribute('aria-valuetext', moment.querySelector('h2').textContent);
    byId('where').textContent = (now + 1) + ' of ' + moments.length;
    byId('first').disabled = byId('back').disabled = now === 0;
    byId('last').disabled = byId('forward').disabled = now === moments.length - 1;
    const broken = Array.from(moment.querySelectorAll('.broken[data-line]'), each => Number(each.dataset.line));
    mark(Number(moment.dataset.first), Number(moment.dataset.last), broken);
    details.hidden = true;
    shown(now);
  }

  function tell(group) {
    const state = document.createElement('p');
    state.textContent = group.querySelector('title').textContent;
    details.replaceChildren(state, ...why(now, group.dataset.subject));
    details.hidden = false;
  }

  /** The sections have changed: takes those in `within`, and shows the one at `wanted`. */
  function renew(wanted, within = root) {
    moments = Array.from(within.querySelectorAll('section.moment'));
    now = -1;
    slider.max = Math.max(0, moments.length - 1);
    byId('controls').hidden = moments.length === 0;
    details.hidden = true;
    show(wanted);
  }

  byId('first').addEventListener('click', () => show(0));
  byId('back').addEventListener('click', () => show(now - 1));
  byId('forward').addEventListener('click', () => show(now + 1));
  byId('last').addEventListener('click', () => show(moments.length - 1));
  slider.addEventListener('input', () => show(Number(slider.value)));
  root.addEventListener('click', event => {
    const group = event.target.closest('svg [data-subject]');
    if (group) {
      tell(group);
    }
  });
  document.addEventListener('keydown', event => {
    const on = event.target;
    const types = on.isContentEditable || (on.matches && on.matches('input, select, textarea'));
    if (types || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const group = on.closest && on.closest('svg [data-subject]');
    const wanted = {
      ArrowRight: now + 1, PageDown: now + 1, n: now + 1,
      ArrowLeft: now - 1, PageUp: now - 1, p: now - 1,
      Home: 0, End: moments.length - 1,
    }[event.key];
    if (group && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      tell(group);
    } else if (wanted !== undefined) {
      event.preventDefault();
      show(wanted);
    }
  });
  return { renew, show, now: () => now };
}
