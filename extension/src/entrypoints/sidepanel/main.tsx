import { showPage } from '../../ui/page';
import { SidePanel } from './side-panel';

showPage('panel', (state) => <SidePanel {...state} />);
