import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExportPerson } from '#libs/compliance/index.js';
import { readForm } from './form.js';
import { sendArchive } from './my-data.js';
import { StaffDoor, nothingThere } from './staff-door.js';

/** Everything that is known of a candidate, for administrators, as a download. A POST, because who fetched it is written down. */
@Controller('candidates/:id')
export class PersonArchiveController {
  constructor(
    private readonly door: StaffDoor,
    private readonly exports: ExportPerson,
  ) {}

  @Post('data')
  async fetch(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.door.act(request, reply, async (visit) => {
      const { fields } = await readForm(request);
      if (fields.action !== 'fetch-data') return nothingThere(reply, visit);
      const exported = await this.exports.withFiles(visit.actor, id);
      if (!exported.ok) return nothingThere(reply, visit);
      await sendArchive(reply, exported.value);
    });
  }
}
