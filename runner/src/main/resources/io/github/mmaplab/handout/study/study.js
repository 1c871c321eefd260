(() => {
  'use strict';
  const { answer, doubt, typed } = fields;
  const study = document.getElementById('study');
  const scenes = Array.from(study.querySelectorAll('.scene'));
  const next = document.getElementById('next');
  const state = document.getElementById('state');
  let now = 0;
  let warned = false;

  const questions = scene => Array.from(scene.querySelectorAll('[data-question]'));
  const asks = scene => questions(scene).length > 0 && scene.querySelector('.shown').hidden;

  /** A set has no order. */
  const sorted = text => /^\[.*\]$/.test(text) ? text.slice(1, -1).split(', ').sort().join(', ') : text;

  function judge(question, solution) {
    const right = solution.dataset.answer;
    const given = answer(question);
    const same = given !== '' && [right, typed(right)].map(sorted).includes(sorted(given));
    const exact = /one|some/.test(question.dataset.kind);
    solution.querySelector('.verdict').textContent =
      same ? '\u2713 Right.' : given === '' || right === '' ? '' : exact ? '\u2717 Not right.' : 'Compare with your answer:';
    solution.hidden = false;
    solution.open = true;
  }

  function label() {
    next.textContent = asks(scenes[now]) ? 'Show what happens' : 'Go on';
    next.hidden = !asks(scenes[now]) && now === scenes.length - 1;
    if (next.hidden) {
      state.textContent = 'This is the end.';
    }
  }

  function reveal(scene) {
    const empty = questions(scene).filter(question => answer(question) === '').length;
    if (empty > 0 && !warned) {
      warned = true;
      state.textContent = (empty === 1 ? 'A question has' : empty + ' questions have')
        + ' no answer yet. Answer first, or press the button again.';
      return;
    }
    state.textContent = '';
    scene.querySelector('.shown').hidden = false;
    scene.querySelectorAll('.card').forEach(card =>
      judge(card.querySelector('[data-question]'), card.querySelector('.solution')));
  }

  next.addEventListener('click', () => {
    if (asks(scenes[now])) {
      reveal(scenes[now]);
    } else {
      warned = false;
      now++;
      scenes[now].hidden = false;
      scenes[now].querySelector('h2').focus();
    }
    label();
  });
  study.addEventListener('change', event => {
    const question = event.target.closest('[data-question]');
    if (question) {
      doubt(question);
    }
  });

  scenes.forEach((scene, i) => {
    scene.hidden = i > 0;
    if (questions(scene).length > 0) {
      scene.querySelector('.shown').hidden = true;
      scene.querySelectorAll('.solution').forEach(solution => { solution.hidden = true; });
    }
  });
  label();
})();
