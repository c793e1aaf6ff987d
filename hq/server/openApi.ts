import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { hqContract } from '#shared/contracts/hq/hqContract.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/sync/version.ts';
import { API_PREFIX } from './callRoutes.ts';

/** The published description of what the hub answers people's programs. */
export function openApiDocument(): Promise<object> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  return generator.generate(hqContract, {
    info: { title: 'Rifada headquarters', version: String(PROTOCOL_VERSION) },
    servers: [{ url: API_PREFIX }],
  });
}
