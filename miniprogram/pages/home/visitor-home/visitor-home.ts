import type { Company } from '../../../../shared/people/company';
import { cloud } from '../../../cloud/client';
import { fillFrame, loading } from '../../../cloud/frame';

/** The few numbers by which one pictures a company. */
const factsOf = ({ headcount, cities, foundedYear }: Company) => [
  { figure: String(headcount), unit: '位同事' },
  { figure: String(cities.length), unit: '座城市' },
  { figure: String(foundedYear), unit: '年成立' },
];

/** What somebody sees who has not joined: what this is, the way in, and the company behind it. */
Component({
  properties: {
    /** The page has said already that nothing can be reached. */
    offline: { type: Boolean, value: false },
  },
  data: {
    frame: loading,
    company: null as Company | null,
    facts: [] as ReturnType<typeof factsOf>,
    cities: '',
    steps: [
      { title: '向 HR 要入职码', meta: '一个 8 位的码，或者一张二维码，72 小时内有效' },
      { title: '填工号和入职码，或者扫码', meta: '只绑定你现在用的这个微信，不需要手机号' },
      { title: '马上就能用', meta: '「首页」变成「今天」，从签到开始' },
    ],
  },
  lifetimes: {
    attached() {
      this.readCompany();
    },
  },
  pageLifetimes: {
    show() {
      if (this.data.frame.state !== 'loading') this.readCompany();
    },
  },
  methods: {
    async readCompany() {
      await fillFrame(this, {
        keepAs: 'company',
        ask: () => cloud.people.readCompany({}),
        show: ({ company }) => this.showCompany(company),
      });
    },
    showCompany(company: Company | null) {
      this.setData({
        company,
        facts: company ? factsOf(company) : [],
        cities: company ? company.cities.join('、') : '',
      });
    },
    onRetryTap() {
      this.readCompany();
    },
    onVerifyTap() {
      wx.navigateTo({ url: '/packages/exit/pages/verify/verify' });
    },
    onCertificateTap() {
      wx.navigateTo({ url: '/packages/certificates/pages/certificate/certificate' });
    },
    onJoinTap() {
      wx.navigateTo({ url: '/packages/people/pages/join/join' });
    },
  },
});
