import type { Topics } from "./topic.ts";
import * as belief from "./topics/belief/belief.ts";
import * as christianity from "./topics/belief/christianity.ts";
import * as endOfLife from "./topics/belief/end-of-life.ts";
import * as ethics from "./topics/belief/ethics.ts";
import * as faiths from "./topics/belief/faiths.ts";
import * as morals from "./topics/belief/morals.ts";
import * as health from "./topics/body/health.ts";
import * as looks from "./topics/body/looks.ts";
import * as remedies from "./topics/body/remedies.ts";
import * as wellbeing from "./topics/body/wellbeing.ts";
import * as code from "./topics/exact/code.ts";
import * as computing from "./topics/exact/computing.ts";
import * as maths from "./topics/exact/maths.ts";
import * as advent from "./topics/leisure/advent.ts";
import * as baking from "./topics/leisure/baking.ts";
import * as countries from "./topics/leisure/countries.ts";
import * as entertainment from "./topics/leisure/entertainment.ts";
import * as festive from "./topics/leisure/festive.ts";
import * as fun from "./topics/leisure/fun.ts";
import * as holidays from "./topics/leisure/holidays.ts";
import * as journeys from "./topics/leisure/journeys.ts";
import * as kitchen from "./topics/leisure/kitchen.ts";
import * as learning from "./topics/leisure/learning.ts";
import * as leisure from "./topics/leisure/leisure.ts";
import * as media from "./topics/leisure/media.ts";
import * as recipes from "./topics/leisure/recipes.ts";
import * as screen from "./topics/leisure/screen.ts";
import * as weekend from "./topics/leisure/weekend.ts";
import * as animals from "./topics/nature/animals.ts";
import * as climate from "./topics/nature/climate.ts";
import * as companions from "./topics/nature/companions.ts";
import * as cosmos from "./topics/nature/cosmos.ts";
import * as earth from "./topics/nature/earth.ts";
import * as nature from "./topics/nature/nature.ts";
import * as pets from "./topics/nature/pets.ts";
import * as power from "./topics/nature/power.ts";
import * as weather from "./topics/nature/weather.ts";
import * as children from "./topics/people/children.ts";
import * as company from "./topics/people/company.ts";
import * as couples from "./topics/people/couples.ts";
import * as family from "./topics/people/family.ts";
import * as love from "./topics/people/love.ts";
import * as self from "./topics/people/self.ts";
import * as abortion from "./topics/society/abortion.ts";
import * as abroad from "./topics/society/abroad.ts";
import * as elections from "./topics/society/elections.ts";
import * as equality from "./topics/society/equality.ts";
import * as europe from "./topics/society/europe.ts";
import * as gender from "./topics/society/gender.ts";
import * as history from "./topics/society/history.ts";
import * as israel from "./topics/society/israel.ts";
import * as law from "./topics/society/law.ts";
import * as migration from "./topics/society/migration.ts";
import * as publicLife from "./topics/society/public-life.ts";
import * as race from "./topics/society/race.ts";
import * as services from "./topics/society/services.ts";
import * as systems from "./topics/society/systems.ts";
import * as wars from "./topics/society/wars.ts";
import * as economy from "./topics/work/economy.ts";
import * as enterprise from "./topics/work/enterprise.ts";
import * as jobHunt from "./topics/work/job-hunt.ts";
import * as jobsAndTax from "./topics/work/jobs-and-tax.ts";
import * as money from "./topics/work/money.ts";
import * as prices from "./topics/work/prices.ts";
import * as work from "./topics/work/work.ts";

/**
 * All topics, the narrower ones first. The Worker reads them from `public/rehearsal.json`, which `npm run generate` writes
 * from here. Bundled, these texts would be a large part of the Worker. Only scripts and tests import this file.
 */
export const TOPICS = {
	...weather,
	...europe,
	...history,
	...wars,
	...abroad,
	...israel,
	...elections,
	...screen,
	...ethics,
	...entertainment,
	...kitchen,
	...recipes,
	...journeys,
	...holidays,
	...earth,
	...pets,
	...animals,
	...health,
	...looks,
	...abortion,
	...race,
	...gender,
	...endOfLife,
	...economy,
	...jobsAndTax,
	...migration,
	...computing,
	...code,
	...maths,
	...nature,
	...fun,
	...family,
	...work,
	...love,
	...company,
	...jobHunt,
	...money,
	...advent,
	...festive,
	...christianity,
	...belief,
	...climate,
	...learning,
	...wellbeing,
	...weekend,
	...companions,
	...leisure,
	...media,
	...enterprise,
	...remedies,
	...couples,
	...children,
	...self,
	...morals,
	...cosmos,
	...law,
	...prices,
	...systems,
	...equality,
	...faiths,
	...publicLife,
	...power,
	...services,
	...countries,
	...baking,
} satisfies Topics;
