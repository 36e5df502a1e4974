import { Controller, Get, Header } from '@nestjs/common';
import { APPLY_SCRIPT } from '../views/apply-script.js';
import { KIT_SCRIPT } from '../views/kit-script.js';
import { PASSKEY_SCRIPT } from '../views/passkey-script.js';
import { STYLESHEET, ZONE_SCRIPT } from '../views/stylesheet.js';
import { UPLOAD_SCRIPT } from '../views/upload-script.js';

/** The stylesheet and the scripts of the server-rendered pages. */
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

  @Get('apply.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  apply(): string {
    return APPLY_SCRIPT;
  }

  @Get('kit.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  kit(): string {
    return KIT_SCRIPT;
  }

  @Get('passkey.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  passkey(): string {
    return PASSKEY_SCRIPT;
  }

  @Get('upload.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  upload(): string {
    return UPLOAD_SCRIPT;
  }
}
