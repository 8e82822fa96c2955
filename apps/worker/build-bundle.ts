import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';

/** Bundles the compiled workflows into one file beside them, so that a worker starts without a bundler. */
async function buildBundle(): Promise<void> {
  const workflowsPath = require.resolve('@citypath/workflows');
  const { code } = await bundleWorkflowCode({ workflowsPath });
  await writeFile(join(dirname(workflowsPath), 'bundle.js'), code);
}

void buildBundle();
