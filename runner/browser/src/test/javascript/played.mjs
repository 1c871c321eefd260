// For each file of one folder, whose first line is a name and whose rest is the file itself, writes all that the site shows of it.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [module, from, to] = process.argv.slice(2);
const { open } = await import(pathToFileURL(module));

function all(name, text) {
  const played = open(name, text);
  const said = [];
  for (let i = 0; i < played.problems(); i++) {
    said.push(`${played.problemStart(i)} ${played.problemEnd(i)} ${played.isError(i)} ${played.problemText(i)}`);
  }
  for (let i = 0; i < played.scenarios(); i++) {
    const orders = played.play(i);
    said.push(played.title(i), `${orders} ${played.checks()} ${played.passed()}`, played.verdict());
    said.push(played.order(orders - 1), played.show(orders - 1));
    const moments = played.moments();
    for (let moment = 0; moment < moments; moment++) {
      said.push(played.picture(moment));
    }
    const [subject] = played.picture(moments - 1).match(/(?<=data-subject=")memory [^"]*/) ?? [''];
    said.push(played.why(moments - 1, subject));
  }
  return said.join('\n');
}

for (const file of readdirSync(from)) {
  const content = readFileSync(join(from, file), 'utf8');
  const end = content.indexOf('\n');
  let said;
  try {
    said = all(content.slice(0, end), content.slice(end + 1));
  } catch (error) {
    said = `thrown: ${error.stack ?? error}`;
  }
  writeFileSync(join(to, file), said);
}
