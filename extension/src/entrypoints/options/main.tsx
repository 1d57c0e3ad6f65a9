import { send } from '../../send';
void send('status', {});
