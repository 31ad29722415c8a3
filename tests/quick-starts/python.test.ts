import { testLanguage } from './support/language.ts';

testLanguage('python');
