import { testTextArea } from './text-area-spec';

testTextArea('Firefox');
