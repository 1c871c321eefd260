(() => {
  'use strict';
  const byId = id => document.getElementById(id);
  const moments = Array.from(document.querySelectorAll('section.moment'));
  const lines = Array.from(document.querySelectorAll('.source li'));
  const slider = byId('slider');
  const details = byId('details');
  let now = -1;

  function show(wanted) {
    const next = Math.max(0, Math.min(moments.length - 1, wanted));
    if (next === now) {
      return;
    }
    now = next;
    moments.forEach((moment, i) => { moment.hidden = i !== now; });
    slider.value = now;
    const heading = moments[now].querySelector('h2').textContent;
    slider.setAttribute('aria-valuetext', heading);
    byId('where').textContent = (now + 1) + ' of ' + moments.length;
    byId('first').disabled = byId('back').disabled = now === 0;
    byId('last').disabled = byId('forward').disabled = now === moments.length - 1;
    mark(moments[now]);
    details.hidden = true;
    history.replaceState(null, '', '#' + now);
  }

  function mark(moment) {
    const first = Number(moment.dataset.first);
    const last = Number(moment.dataset.last);
    const broken = Array.from(moment.querySelectorAll('.broken[data-line]'), each => Number(each.dataset.line));
    lines.forEach((line, i) => {
      const current = i + 1 >= first && i + 1 <= last;
      line.classList.toggle('now', current);
      line.classList.toggle('broken', broken.includes(i + 1));
      if (current) {
        line.setAttribute('aria-current', 'step');
      } else {
        line.removeAttribute('aria-current');
      }
    });
    const box = document.querySelector('.source');
    const line = lines[first - 1];
    if (line && box.scrollHeight > box.clientHeight) {
      box.scrollTop = Math.max(0, line.offsetTop - box.clientHeight / 3);
    }
  }

  function tell(group) {
    const subject = group.dataset.subject;
    details.replaceChildren();
    const state = document.createElement('p');
    state.textContent = group.querySelector('title').textContent;
    details.append(state);
    for (let i = now; i >= 0; i--) {
      const why = Array.from(moments[i].querySelectorAll('.why')).find(each => each.dataset.subject === subject);
      if (why) {
        details.append(...Array.from(why.childNodes, node => node.cloneNode(true)));
        break;
      }
    }
    details.hidden = false;
  }

  document.querySelectorAll('svg [data-subject]').forEach(group => {
    group.setAttribute('tabindex', '0');
    group.setAttribute('role', 'button');
    group.setAttribute('aria-label', group.querySelector('title').textContent);
    group.addEventListener('click', () => tell(group));
  });

  byId('first').addEventListener('click', () => show(0));
  byId('back').addEventListener('click', () => show(now - 1));
  byId('forward').addEventListener('click', () => show(now + 1));
  byId('last').addEventListener('click', () => show(moments.length - 1));
  slider.addEventListener('input', () => show(Number(slider.value)));
  document.addEventListener('keydown', event => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target === slider) {
      return;
    }
    const group = event.target.closest && event.target.closest('svg [data-subject]');
    if (group && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      tell(group);
    } else if (event.key === 'ArrowRight' || event.key === 'PageDown' || event.key === 'n') {
      event.preventDefault();
      show(now + 1);
    } else if (event.key === 'ArrowLeft' || event.key === 'PageUp' || event.key === 'p') {
      event.preventDefault();
      show(now - 1);
    } else if (event.key === 'Home') {
      event.preventDefault();
      show(0);
    } else if (event.key === 'End') {
      event.preventDefault();
      show(moments.length - 1);
    }
  });

  byId('controls').hidden = false;
  show(Number(location.hash.slice(1)) || 0);
})();
