import { MOST_LATE } from "../../../../models/usage/late-limit.ts";
import { RATIO_FAILS_BELOW } from "../../../../randomisation/monitor/ratio-limit.ts";
import { count, dateTime, percent, pValue } from "../../components/format.ts";
import { Term } from "../../components/term.tsx";
import { Verdict } from "../../components/verdict.tsx";
import type { Schemas } from "../../net/api.ts";

type Balance = Schemas["Balance"];
type Test = Balance["sampleRatio"];

/** The results of the tests as sentences, for the live pool only. */
export const Verdicts = ({ balance: { sampleRatio, attrition, pace } }: { readonly balance: Balance }) => (
	<ul class="verdicts">
		<Verdict bad={fails(sampleRatio)} unknown={sampleRatio === null}>
			<Term means="A chi-squared test compares how many participants hold a place in each sequence with equal shares. It is repeated while the study runs, so only p < 0.001 is an alarm.">
				Sample ratio
			</Term>
			: {sampleRatioText(sampleRatio)} <Numbers test={sampleRatio} />
		</Verdict>
		<Verdict bad={fails(attrition)} unknown={attrition === null}>
			<Term means="A chi-squared test compares the shares of participants who gave up their place between the sequences.">
				Attrition
			</Term>
			: {attritionText(attrition)} <Numbers test={attrition} />
		</Verdict>
		<Verdict bad={pace !== null && pace.share > MOST_LATE} unknown={pace === null}>
			<Term means="The share of paced replies, over all arms, whose text began or paused two seconds or more too late. Published only after many replies, so that it shows no single one.">
				Late replies
			</Term>
			:{" "}
			{pace === null ? "not published yet." : `${percent(pace.share)} (${count(pace.late)} of ${count(pace.replies)}).`}{" "}
			{pace && <span class="fine">Published {dateTime(pace.publishedAt)}</span>}
		</Verdict>
	</ul>
);

/** Above this limit and below 0.05, chance is still the likelier reason, because the test is repeated. */
const fails = (test: Test): boolean => test !== null && test.p < RATIO_FAILS_BELOW;

function sampleRatioText(test: Test): string {
	if (test === null) return "nobody holds a place yet.";
	if (fails(test)) return "participants are spread over the sequences less evenly than chance allows.";
	return "participants are spread over the sequences as evenly as chance allows.";
}

function attritionText(test: Test): string {
	if (test === null) return "too few have left to compare the sequences.";
	if (fails(test)) return "some sequences lose more participants than chance allows.";
	return "no sequence loses more participants than chance allows.";
}

const Numbers = ({ test }: { readonly test: Test }) =>
	test && (
		<span class="fine">
			χ² = {test.chiSquare.toFixed(2)}, df = {test.df}, {pValue(test.p)}
		</span>
	);
