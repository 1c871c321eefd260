/** The file that `mmaplab play` serves beside the page; elsewhere there is none. */

const token = document.querySelector('meta[name="mmaplab-token"]').content;
let version = null;

/** `{ name, text }`; null if this page is not served for a file. */
export async function openFile() {
  if (token === '') {
    return null;
  }
  const answer = await fetch('file', { headers: { 'X-Mmaplab-Token': token }, cache: 'no-store' });
  if (answer.status === 404) {
    return null;
  }
  if (!answer.ok) {
    throw new Error(await answer.text());
  }
  version = answer.headers.get('ETag');
  return { name: decodeURIComponent(answer.headers.get('X-Mmaplab-File')), text: await answer.text() };
}

/** Writes the file, and says how that went. */
export async function savedFile(text) {
  let answer;
  try {
    answer = await fetch('file', {
      method: 'PUT',
      headers: { 'X-Mmaplab-Token': token, 'If-Match': version, 'Content-Type': 'application/yaml' },
      body: text,
    });
  } catch {
    return 'Not saved: mmaplab play does not answer any more.';
  }
  if (answer.ok) {
    version = answer.headers.get('ETag');
    return 'Saved.';
  }
  return 'Not saved: ' + await answer.text();
}
