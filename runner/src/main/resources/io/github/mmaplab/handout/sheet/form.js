(() => {
  'use strict';
  const form = document.getElementById('form');
  const student = document.getElementById('student');
  const { answer, doubt, typed } = fields;
  const state = document.getElementById('state');
  const questions = Array.from(form.querySelectorAll('[data-question]'));
  const inputs = Array.from(form.querySelectorAll('input, textarea'));
  const place = ['mmaplab', form.dataset.exercise, form.dataset.student, form.dataset.variant].join(' ');

  function prediction() {
    const text = [
      'exercise: ' + form.dataset.exercise,
      'student: ' + (student ? typed(student.value) : form.dataset.student),
    ];
    if (form.dataset.variant) {
      text.push('variant: ' + form.dataset.variant);
    }
    text.push('answers:');
    questions.forEach(question => {
      const written = answer(question);
      text.push('  ' + question.dataset.question + ':' + (written === '' ? '' : ' ' + written));
    });
    return text.join('\n') + '\n';
  }

  function update() {
    const answered = questions.filter(question => answer(question) !== '').length;
    document.getElementById('prediction').textContent = prediction();
    state.textContent = answered + ' of ' + questions.length + ' questions are answered.';
    const kept = inputs.map(input => /radio|checkbox/.test(input.type) ? input.checked : input.value);
    try {
      localStorage.setItem(place, JSON.stringify(kept));
    } catch (e) {
      // A browser may keep nothing; the file has all answers.
    }
  }

  function restore() {
    try {
      const kept = JSON.parse(localStorage.getItem(place)) || [];
      inputs.forEach((input, i) => {
        if (typeof kept[i] === 'boolean' && /radio|checkbox/.test(input.type)) {
          input.checked = kept[i];
        } else if (typeof kept[i] === 'string' && !/radio|checkbox/.test(input.type)) {
          input.value = kept[i];
        }
      });
    } catch (e) {
      // As if nothing had been kept.
    }
  }

  form.addEventListener('input', event => {
    const question = event.target.closest('[data-question]');
    if (question && question.dataset.kind === 'some' && event.target.checked) {
      const none = event.target.value === 'none';
      question.querySelectorAll('input').forEach(input => {
        input.checked = input.checked && (input.value === 'none') === none;
      });
    }
    update();
  });
  form.addEventListener('change', event => {
    const question = event.target.closest('[data-question]');
    if (question) {
      doubt(question);
    }
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    update();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([prediction()], { type: 'application/yaml' }));
    link.download = form.dataset.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    state.textContent += ' Hand in the file ' + form.dataset.file + '.';
  });
  document.getElementById('clear').addEventListener('click', () => {
    if (confirm('Clear all answers?')) {
      form.reset();
      questions.forEach(doubt);
      update();
    }
  });

  document.getElementById('without-scripts').hidden = true;
  restore();
  questions.forEach(doubt);
  update();
})();
