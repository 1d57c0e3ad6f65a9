import { testMatrix } from './matrix-spec';

testMatrix('Firefox');
