import type { Manifest } from "./format.ts";

/** Explains a capsule to a person who receives one. */
export const readmeOf = ({ study, created, crossover, report }: Omit<Manifest, "files">): string => `# ${study.title}

A capsule of the study ${study.slug}, made on ${created} by Crossover ${crossover}. It has everything that is needed to
replay the finished study without a network, with the same rows and the same report as the result:

    npm run replay -- ${study.slug}.capsule.zip

| file | content |
| --- | --- |
| \`capsule.json\` | versions, the seed, the arms' models as their servers named themselves, and the hash of each other file |
| \`protocol.json\` | the protocol; its hash is ${study.protocolHash} |
| \`participants.jsonl\` | what each participant did, which the replay sends again |
| \`replies.jsonl\` | what the models answered, each with the seed of its call |
| \`tables/*.jsonl\` | the study's exports, with the arm of each label. The replay has to give the same rows |
| ${report.pools.map((pool) => `\`report-${pool}.json\``).join(", ")} | the report, with ${report.draws} bootstrap draws and the seed ${report.seed} |

It names the arms. Give it to nobody who is to stay blinded.

## Personal data

It has what participants wrote and answered, their attributes, and the prompts as they were sent, which hold what the
template of an arm names of a participant's profile; the rest of the profile is not in it. People are named by pseudonyms; their ids at a recruiter are not in it. Of people who had their
data erased, there is only their line in the allocation log: a pseudonym, the time and the drawn sequence. A capsule that you gave
away does not follow an erasure that comes later. Make a new one then, and ask for the old one to be deleted.
`;
