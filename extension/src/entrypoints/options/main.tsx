import { showPage } from '../../ui/page';
import { Options } from './options';

showPage('options', (state) => <Options {...state} />);
