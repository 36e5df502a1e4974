// @needs redis-server
import { startRedis } from '../support/redis.js';
import { mainJob } from './main-job.js';

mainJob('The main job with the queue on Redis', async () => {
  const redis = await startRedis();
  return { redisUrl: redis.url, stop: () => redis.stop() };
});
