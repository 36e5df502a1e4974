import { Global, Module } from '@nestjs/common';
import { ViewerResolver } from './api/viewer.resolver.js';
import { Links } from './links/links.js';

/** People, sessions, roles and links. Global, since every door asks who is there. */
@Global()
@Module({ providers: [Links, ViewerResolver], exports: [Links] })
export class IdentityModule {}
