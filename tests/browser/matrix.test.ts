import { testMatrix } from './matrix-spec';

testMatrix('Chromium');
