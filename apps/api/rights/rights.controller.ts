import { rightsResponse, type RightsResponse } from '@citypath/contracts';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../messages/answers';
import { Allow, signedIn } from '../policies/policy';
import { RightsService } from './rights.service';

/** Who may do what. Nothing here is a second list: the routes' own policies are asked. */
@ApiTags('rights')
@Controller('api/v1/rights')
export class RightsController {
  constructor(private readonly rights: RightsService) {}

  @Get()
  @Allow(signedIn, { en: 'See who may do what', zh: '查看权限一览' })
  @Answers(rightsResponse)
  show(): RightsResponse {
    return this.rights.matrix();
  }
}
