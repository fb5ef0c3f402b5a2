// What `npm start` runs once the packages are there: sources to entries, check, build, serve.
import { parseArgs } from 'node:util';
import { runStep, type Step } from './progress.mjs';
import { findFreePort, serveSite } from './serve.ts';
import { buildStep, conspectusStep } from './steps.ts';

type Place = { readonly host: string; readonly port: number };

const DEFAULT_PORT = 4321;
const steps: readonly { readonly step: Step; readonly isTold: boolean }[] = [
  // One line that is not understood, such as the foot of a page, is told, and keeps nobody from the site.
  { step: conspectusStep('Ingesting the sources', 'ingest', '--go-on'), isTold: true },
  { step: conspectusStep('Checking the content', 'check'), isTold: true },
  { step: buildStep(), isTold: false },
];

const place = parsePlace();
if (place) process.exitCode = (await runSteps()) || (await serve(place));
else process.exitCode = 2;

/** Reads where to serve: `--port` and `--host`, else PORT and HOST. Says what is wrong with them. */
function parsePlace(): Place | undefined {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string' }, host: { type: 'string' } } });
    const port = values.port || process.env.PORT || String(DEFAULT_PORT);
    const host = values.host || process.env.HOST || '127.0.0.1';
    if (/^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65535)
      return { host, port: Number(port) };
    console.error(`The port must be a number from 1 to 65535, for example ${DEFAULT_PORT}, not "${port}".`);
  } catch (error) {
    console.error(
      `${error instanceof Error ? error.message : error}\n\nUsage: npm start -- [--port 4321] [--host 127.0.0.1]`,
    );
  }
  return undefined;
}

/** Runs the steps up to the first that fails, whose exit code it returns. */
async function runSteps(): Promise<number> {
  for (const { step, isTold } of steps) {
    const { code, output } = await runStep(step);
    if (code !== 0) return code;
    if (isTold && output.trim()) console.log(output.trimEnd().replace(/^(?=.)/gm, '  '));
  }
  return 0;
}

/** Serves the site until a signal ends it. */
async function serve({ host, port: wanted }: Place): Promise<number> {
  try {
    const port = await findFreePort(host, wanted);
    if (port !== wanted) console.log(`Port ${wanted} is taken: using ${port}.`);
    const site = await serveSite({ host, port });
    console.log(`\nThe site is at ${site.addresses.join(' and ')}\nCtrl-C ends it.`);
    await new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, resolve);
    });
    await site.close();
    return 0;
  } catch (error) {
    console.error(`The site cannot be served on ${host}: ${error instanceof Error ? error.message : error}`);
    return 1;
  }
}
