import type { Check } from '../check';
import { cyclicDefinition } from './cyclic-definition';
import { filterContradictsRouting } from './filter-contradicts-routing';
import { filterKeepsNobody } from './filter-keeps-nobody';
import { filterRepeatsRouting } from './filter-repeats-routing';
import { routingRefersLater } from './routing-refers-later';
import { universeAlwaysFalse } from './universe-always-false';
import { universeAlwaysTrue } from './universe-always-true';

export const routingChecks: readonly Check[] = [
  routingRefersLater,
  cyclicDefinition,
  universeAlwaysFalse,
  universeAlwaysTrue,
  filterContradictsRouting,
  filterRepeatsRouting,
  filterKeepsNobody,
];
