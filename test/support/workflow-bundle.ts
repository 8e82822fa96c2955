import { bundleWorkflowCode, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

/** The workflows as they stand in the sources, or others, bundled for a worker; no build is needed before. */
export function bundleOfSources(
  workflowsPath = require.resolve('@citypath/workflows'),
): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({
    workflowsPath,
    logger: { log: noWords, trace: noWords, debug: noWords, info: noWords, warn: noWords, error: console.error },
    webpackConfigHook: (config) => ({
      ...config,
      resolve: { ...config.resolve, conditionNames: ['citypath-source', 'require', 'node', 'default'] },
    }),
  });
}

function noWords(): void {}
