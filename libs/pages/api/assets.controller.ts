import { Controller, Get, Header } from '@nestjs/common';
import { STYLESHEET, ZONE_SCRIPT } from '../views/stylesheet.js';

/** The stylesheet and the one script of the server-rendered pages. */
@Controller('assets')
export class AssetsController {
  @Get('pages.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  stylesheet(): string {
    return STYLESHEET;
  }

  @Get('zone.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  zone(): string {
    return ZONE_SCRIPT;
  }
}
