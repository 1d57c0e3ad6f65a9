import { showPage } from '../../ui/page';
import { Popup } from './popup';

showPage('popup', (state) => <Popup {...state} />);
