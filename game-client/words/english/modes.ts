/** The modes: what each is about in one line, how it is played, and what is called out. */
export const modes = {
  title: "Modes",
  rules: {
    brawl: {
      line: "Everyone for themselves: most knock-outs win.",
      more: "Who pushed last before a fall gets the point. Of equals, whoever fell less often is ahead. In the last 30 seconds, knocking out the leader also brings half of what they are ahead of you.",
    },
    last: {
      line: "Three lives each, and the island crumbles: the last one on it wins the round.",
      more: "The rim shakes, then sinks, ring after ring. Whoever has no life left watches until the next round. A round that ends in the last 30 seconds counts twice.",
    },
    king: {
      line: "Wear the crown as long as you can.",
      more: "Run over the crown to put it on; every second on your head is a point. Push its bearer off and it is yours. In the last 30 seconds, seconds of whoever is not ahead count three times.",
    },
    hill: {
      line: "Two teams: hold the zone alone to score.",
      more: "A team scores while it is in the zone and the other one is not. The zone moves, and its next place shows before. Mates can be pushed, but not knocked out for points. In the last 30 seconds, the team behind scores three times as much.",
    },
    "push-ball": {
      line: "Two teams: push the ball into the other goal.",
      more: "The ball is heavy: charge your push, dash into it, or push together. The rim holds it back unless it is fast. First to three goals wins. In the last 30 seconds, goals of the team behind count twice.",
    },
    stampede: {
      line: "A crowd on a huge island: most knock-outs win.",
      more: "Up to 128 play at once. Arrows at the edge point to the nearest; the map shows everybody. The last 30 seconds are those of a Brawl.",
    },
    "stampede-hill": {
      line: "Two crowds fight for the zone on a huge island.",
      more: "Like Hill, for up to 128: follow the arrow to the zone.",
    },
  },
  /** Called out when the last part of a match begins. */
  late: {
    brawl: "30 seconds: get the leader!",
    last: "30 seconds: rounds count twice!",
    king: "30 seconds: whoever is behind scores triple!",
    hill: "30 seconds: the team behind scores triple!",
    "push-ball": "30 seconds: goals of the team behind count twice!",
    stampede: "30 seconds: get the leader!",
    "stampede-hill": "30 seconds: the team behind scores triple!",
  },
  says: {
    round: "Round {{round}}",
    roundWon: "{{name}} wins the round",
    roundOwn: "You win the round!",
    roundOver: "Nobody wins the round",
    crown: "{{name}} has the crown",
    crownOwn: "You have the crown!",
    crownLies: "The crown is free",
    zoneSoon_one: "The hill moves soon",
    zoneSoon_other: "The hills move soon",
    zone_one: "The hill moves",
    zone_other: "The hills move",
    sink: "The rim sinks!",
    goal: "Goal for {{team}}!",
    goalBy: "{{name}} scored for {{team}}!",
    goalOwn: "You scored!",
    ownGoal: "Own goal by {{name}}: a point for {{team}}",
    out: "{{name}} is out",
    outOwn: "You are out",
  },
  standing_one: "{{count}} left",
  standing_other: "{{count}} left",
  sinksIn: "The rim sinks in {{seconds}}",
  zoneFree: "Nobody holds the zone",
  zoneHeld: "{{team}} holds the zone",
  out: "Out",
  lives_one: "{{count}} life",
  lives_other: "{{count}} lives",
} as const;
