import { showPage } from '../../ui/page';
import { Approval } from './approval';

showPage('approval', (state) => <Approval {...state} />);
