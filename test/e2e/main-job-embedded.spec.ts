import { mainJob } from './main-job.js';

mainJob('The main job with the queue on PostgreSQL', async () => ({ redisUrl: null, stop: async () => {} }));
