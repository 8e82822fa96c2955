import { journeyId, workflowViewQuery, workflowViewResponse, type WorkflowViewResponse } from '@citypath/contracts';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Answers } from '../messages/answers';
import { administrator, Allow } from '../policies/policy';
import { WorkflowViewService } from './workflow-view.service';

/** The workflow of a journey as Temporal holds it, for those who know Temporal. */
@ApiTags('health')
@ApiParam({ name: 'id', example: '100rc-cn.yiwu' })
@Controller('api/v1/journeys/:id/workflow')
export class WorkflowViewController {
  constructor(private readonly views: WorkflowViewService) {}

  @Get()
  @Allow(administrator, {
    en: 'See the workflow of a city as Temporal holds it',
    zh: '查看城市流程在 Temporal 中的原始数据',
  })
  @Answers(workflowViewResponse)
  look(
    @Param('id', { schema: journeyId }) id: string,
    @Query({ schema: workflowViewQuery }) query: z.output<typeof workflowViewQuery>,
  ): Promise<WorkflowViewResponse> {
    return this.views.look(id, query);
  }
}
