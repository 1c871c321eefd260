// For each file of one folder, whose first line is a name and whose rest is the file itself, writes the transcript into another.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [module, from, to] = process.argv.slice(2);
const { transcript } = await import(pathToFileURL(module));
for (const file of readdirSync(from)) {
    const content = readFileSync(join(from, file));
    const end = content.indexOf('\n');
    let said;
    try {
        said = transcript(content.toString('utf8', 0, end), new Int8Array(content.subarray(end + 1)));
    } catch (error) {
        said = `thrown: ${error.stack ?? error}`;
    }
    writeFileSync(join(to, file), said);
}
