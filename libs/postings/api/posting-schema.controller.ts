import { Controller, Get, Header } from '@nestjs/common';
import { POSTING_SCHEMA } from '../domain/exact/posting-schema.js';

const BODY = `${JSON.stringify(POSTING_SCHEMA, null, 2)}\n`;

/** The schema of the front matter that states a posting exactly, for editors. It is the same for everybody. */
@Controller('schemas')
export class PostingSchemaController {
  @Get('posting-1.json')
  @Header('content-type', 'application/schema+json; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  @Header('access-control-allow-origin', '*')
  posting(): string {
    return BODY;
  }
}
