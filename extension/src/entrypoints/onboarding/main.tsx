import { showPage } from '../../ui/page';
import { Onboarding } from './onboarding';

showPage('onboarding', (state) => <Onboarding {...state} />);
