// Builds the site: node build.mjs PACKAGES MODULE TARGET
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [packages, module, target] = process.argv.slice(2).map(each => resolve(each));
const here = dirname(fileURLToPath(import.meta.url));
const project = resolve(here, '../../../../..');
const pages = join(project, 'runner/src/main/resources/io/github/mmaplab');
const { build } = createRequire(join(packages, 'package.json'))('esbuild');

mkdirSync(target, { recursive: true });
await build({
  entryPoints: [join(here, 'site.js')],
  outfile: join(target, 'site.js'),
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  nodePaths: [join(packages, 'node_modules')],
  alias: { mmaplab: module },
  logLevel: 'warning',
});

// what completes and explains, for its tests
await build({
  entryPoints: [join(here, 'assist.js')],
  outfile: join(target, '../javascript/assist.mjs'),
  bundle: true,
  format: 'esm',
  nodePaths: [join(packages, 'node_modules')],
  logLevel: 'warning',
});

const { style } = await import(pathToFileURL(module));
const styles = ['page/page.css', 'report/html/viewer.css'].map(file => readFileSync(join(pages, file), 'utf8'));
writeFileSync(join(target, 'site.css'), [...styles, style(), readFileSync(join(here, 'site.css'), 'utf8')].join('\n'));
writeFileSync(join(target, 'index.html'), readFileSync(join(here, 'index.html')));

const scenarios = join(project, 'scenarios');
const files = readdirSync(scenarios, { recursive: true })
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => file.endsWith('.scenario.yaml'))
  .sort();
const library = Object.fromEntries(files.map(file => [file,
  readFileSync(join(scenarios, file), 'utf8').replace(/^# yaml-language-server:.*\n/, '')]));
writeFileSync(join(target, 'library.js'), 'globalThis.mmaplabLibrary = ' + JSON.stringify(library) + ';\n');

const { packages: locked } = JSON.parse(readFileSync(join(packages, 'package-lock.json'), 'utf8'));
const licences = Object.entries(locked)
  .filter(([folder, entry]) => folder !== '' && !entry.dev)
  .map(([folder, entry]) => folder.replace(/^.*node_modules\//, '') + ' ' + entry.version + '\n\n'
    + readFileSync(join(packages, folder, 'LICENSE'), 'utf8'));
writeFileSync(join(target, 'LICENSES.txt'),
  ['mmaplab\n\n' + readFileSync(join(project, 'LICENSE'), 'utf8'), ...licences].join('\n' + '-'.repeat(72) + '\n'));
