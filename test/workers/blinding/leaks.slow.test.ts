import { itLeaksNothing } from "../../support/blinding/leak-scan.ts";
import { keepLog } from "../../support/blinding/log.ts";

keepLog();

itLeaksNothing("single");
itLeaksNothing("best-of");
