
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

/** Draws the picture of a section, which is text as yet. */
function draw(section) {
  const picture = section.querySelector('.picture');
  const text = picture.querySelector('noscript');
  if (text !== null) {
    picture.innerHTML = text.textContent;
  }
}

const orders = Array.from(document.querySelectorAll('.order'));
const choice = byId('order');

/** What holds the moments of the chosen order. */
function chosen() {
  return choice === null ? document.querySelector('.moments') : orders[choice.selectedIndex];
}

function why(index, subject) {
  const moments = chosen().querySelectorAll('section.moment');
  for (let i = index; i >= 0; i--) {
    const found = Array.from(moments[i].querySelectorAll('.why')).find(each => each.dataset.subject === subject);
    if (found) {
      return Array.from(found.childNodes, node => node.cloneNode(true));
    }
  }
  return [];
}

const viewer = view(document.querySelector('.moments'), {
  mark, draw, why, shown: index => history.replaceState(null, '', '#' + index),
});

function showOrder(moment) {
  orders.forEach(order => { order.hidden = order !== chosen(); });
  viewer.renew(moment, chosen());
}

addEventListener('beforeprint', () => chosen().querySelectorAll('section.moment').forEach(draw));
if (choice !== null) {
  byId('choice').hidden = false;
  choice.addEventListener('change', () => showOrder(0));
}
showOrder(Number(location.hash.slice(1)) || 0);
