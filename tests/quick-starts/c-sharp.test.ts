import { testLanguage } from './support/language.ts';

testLanguage('c-sharp');
