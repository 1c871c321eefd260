
const lines = Array.from(document.querySelectorAll('.source li'));

function mark(first, last, broken) {
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

function why(index, subject) {
  const moments = document.querySelectorAll('section.moment');
  for (let i = index; i >= 0; i--) {
    const found = Array.from(moments[i].querySelectorAll('.why')).find(each => each.dataset.subject === subject);
    if (found) {
      return Array.from(found.childNodes, node => node.cloneNode(true));
    }
  }
  return [];
}

view(document.querySelector('.moments'), { mark, why, shown: index => history.replaceState(null, '', '#' + index) })
  .renew(Number(location.hash.slice(1)) || 0);
